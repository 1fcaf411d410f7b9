// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of events since which a rate may have changed. For each of a few sizes of change, up and
 * down, a CUSUM (E. S. Page, Biometrika 41, 1954) says since when it is likelier to have happened
 * than not; what counts as evidence is then the likelihood ratio of the run against all before it,
 * so that neither the old rate nor the new one needs to be known. Constant memory.
 *
 * <p>Several rates of the same events are channels of one table, in arrays that an event passes
 * through from end to end. A run whose CUSUM is 0 has no events. Of the others it is kept what was
 * before them, which stays as it is, so that an event that begins no run touches the CUSUMs alone.
 */
final class CandidateRuns {
  private static final int SIZES = EventWeights.SIZE_COUNT;
  private static final int RUNS = EventWeights.RUNS;

  private final int channels;
  private final double[] cusums;
  private final long[] hits;
  private final RunBegins begins;
  private final EventWeights weights;
  private final RunEvidence evidence;

  /** Runs that have events. */
  private long goingUp;

  private long goingDown;

  /** Bits of the channels that had a run worth a look. */
  private int warm;

  /** After how many events the first run may be outgrown. */
  private long outgrownAt;

  private long events;

  /**
   * Runs that have seen nothing.
   *
   * @param channels rates, up to seven
   */
  CandidateRuns(EvidenceRule rule, int channels) {
    this.channels = channels;
    this.cusums = new double[channels * RUNS];
    this.hits = new long[channels];
    this.begins = new RunBegins(cusums.length, rule.fewest());
    this.weights = EventWeights.unknown(channels);
    this.evidence = new RunEvidence(rule, begins);
  }

  void clear() {
    Arrays.fill(cusums, 0);
    Arrays.fill(hits, 0);
    weights.clear();
    goingUp = 0;
    goingDown = 0;
    warm = 0;
    outgrownAt = 0;
    events = 0;
  }

  /** Goes on from what is remembered of each channel; all have seen the same events. */
  void restore(List<RateMemory> memories) {
    clear();
    warm = -1 >>> -channels;
    for (int run = 0; run < cusums.length; run++) {
      RateMemory channel = memories.get(RunBits.channel(run));
      RunMemory memory = channel.runs().get(run % RUNS);
      events = channel.seen().events();
      hits[RunBits.channel(run)] = channel.seen().hits();
      Tally before = channel.seen().minus(memory.after());
      cusums[run] = memory.cusum();
      begins.set(run, before.events(), before.hits(), memory.sinceMs());
      weights.weigh(run, memory.weighed().events(), memory.weighed().hits());
      long going = memory.cusum() > 0 ? RunBits.of(run) : 0;
      goingUp |= RunBits.isUp(run) ? going : 0;
      goingDown |= RunBits.isUp(run) ? 0 : going;
    }
  }

  /** All that a channel is to be remembered by. */
  RateMemory memory(int channel, int starts) {
    List<RunMemory> runs = new ArrayList<>();
    for (int run = channel * RUNS; run < (channel + 1) * RUNS; run++) {
      runs.add(memory(run));
    }
    return new RateMemory(seen(channel), starts, List.copyOf(runs));
  }

  private RunMemory memory(int run) {
    Tally weighed = weights.before(run);
    if (cusums[run] == 0) {
      return new RunMemory(Tally.NONE, 0, 0, weighed);
    }
    Tally after = seen(RunBits.channel(run)).minus(begins.before(run));
    return new RunMemory(after, begins.sinceMs(run), cusums[run], weighed);
  }

  /** All events of a channel since the beginning. */
  Tally seen(int channel) {
    return new Tally(events, hits[channel]);
  }

  /**
   * Takes in an event.
   *
   * @param firstHit channel from which on it is a hit, 0 to their number
   * @return of the runs that have enough evidence the one with most; of a channel rather one
   *     upwards
   */
  @Nullable ChannelShift add(int firstHit, long atMs, int starts) {
    weights.addTo(cusums, firstHit);
    long goingOn = look(firstHit);
    long hit = RunBits.from(firstHit, channels);
    long not = RunBits.all(channels) & ~hit;
    begin(hit, not, atMs);
    long ended = ((goingUp & not) | (goingDown & hit)) & ~goingOn;
    goingUp &= ~(ended & not);
    goingDown &= ~(ended & hit);
    events++;
    for (int channel = firstHit; channel < channels; channel++) {
      hits[channel]++;
    }
    weights.ended(ended & not, ended & hit, events, hits);
    if (events > outgrownAt) {
      endOutgrown();
    }
    weights.weighDue(cusums, events, hits);
    return warm == 0 ? null : shift(starts);
  }

  /**
   * An event weighs in favour of runs in its direction, which may now be worth a look, and against
   * the others, which may end. Either is a toss that no processor can guess, so it is worked out of
   * the bits of the numbers, without a branch.
   *
   * @return bits of the runs against the event that go on
   */
  private long look(int firstHit) {
    long goingOn = 0;
    for (int channel = 0; channel < channels; channel++) {
      int up = channel * RUNS;
      int down = up + SIZES;
      int with = channel < firstHit ? down : up;
      int against = channel < firstHit ? up : down;
      long aboveZero = 0;
      long aboveLook = 0;
      for (int size = 0; size < SIZES; size++) {
        aboveLook |= RunEvidence.worthALook(cusums[with + size]);
        aboveZero |= (-Double.doubleToRawLongBits(cusums[against + size]) >>> 63) << size;
      }
      goingOn |= aboveZero << (channel * SIZES);
      warm |= (int) (aboveLook >>> 63) << channel;
    }
    return goingOn;
  }

  /** An event that is so sure to come that it weighs nothing begins no run. */
  private void begin(long hit, long not, long atMs) {
    long began = (hit & ~goingUp) | (not & ~goingDown);
    for (long rest = began; rest != 0; rest &= rest - 1) {
      int run = RunBits.first(rest, not);
      if (cusums[run] > 0) {
        begins.set(run, events, hits[RunBits.channel(run)], atMs);
      } else {
        began &= ~RunBits.of(run);
      }
    }
    goingUp |= began & hit;
    goingDown |= began & not;
    if (began != 0) {
      outgrownAt = Math.min(outgrownAt, begins.outgrownAfter(events));
    }
  }

  /** A run that outgrows what was before it is what is usual; the old rate was badly known. */
  private void endOutgrown() {
    long up = 0;
    long down = 0;
    outgrownAt = Long.MAX_VALUE;
    for (int run = 0; run < cusums.length; run++) {
      if (cusums[run] > 0 && events > begins.outgrownAt(run)) {
        cusums[run] = 0;
        up |= RunBits.isUp(run) ? RunBits.of(run) : 0;
        down |= RunBits.isUp(run) ? 0 : RunBits.of(run);
      } else if (cusums[run] > 0) {
        outgrownAt = Math.min(outgrownAt, begins.outgrownAt(run));
      }
    }
    goingUp &= ~up;
    goingDown &= ~down;
    weights.ended(up, 0, events, hits);
    weights.ended(0, down, events, hits);
  }

  private @Nullable ChannelShift shift(int starts) {
    ChannelShift most = null;
    int looked = warm;
    warm = 0;
    for (int rest = looked; rest != 0; rest &= rest - 1) {
      int channel = Integer.numberOfTrailingZeros(rest);
      int suspicious = RunEvidence.suspicious(cusums, channel);
      if (suspicious != 0) {
        warm |= 1 << channel;
        RateShift shift = evidence.most(channel, suspicious, seen(channel), starts);
        if (shift != null && (most == null || shift.nats() > most.shift().nats())) {
          most = new ChannelShift(channel, shift);
        }
      }
    }
    return most;
  }
}
