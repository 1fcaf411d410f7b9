// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.World;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it is ordered: {@code KIND[:TARGET][@START[+DURATION]]}, for example {@code
 * bad-deploy:payment@20m+8m}.
 *
 * @param kind what goes wrong
 * @param target what it hits
 * @param start time from the beginning of the world; null for a third of its duration
 * @param duration how long it holds; null for a sixth of the world's duration, at most ten minutes
 */
public record FaultOrder(
    FaultKind kind, String target, @Nullable Duration start, @Nullable Duration duration) {
  private static final Pattern FORM =
      Pattern.compile("([^:@+]+)(?::([^:@+]+))?(?:@([^@+]+)(?:\\+([^@+]+))?)?");
  private static final Duration USUAL_LENGTH = Duration.ofMinutes(10);

  /**
   * Reads an order.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static FaultOrder parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "fault '" + text + "' is not of the form KIND[:TARGET][@START[+DURATION]]");
    }
    try {
      FaultKind kind = FaultKind.of(form.group(1));
      String target = form.group(2) == null ? kind.usualTarget() : form.group(2);
      return new FaultOrder(kind, target, time(form.group(3)), time(form.group(4)));
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException("fault '" + text + "': " + problem.getMessage(), problem);
    }
  }

  /**
   * Makes the fault in a world that lasts that long.
   *
   * @throws IllegalArgumentException when the target is not there, or the world too short
   */
  public Fault in(World world, Duration lasting) {
    Duration begin = start == null ? lasting.dividedBy(3) : start;
    Duration usual = lasting.dividedBy(6);
    Duration length =
        duration != null ? duration : usual.compareTo(USUAL_LENGTH) < 0 ? usual : USUAL_LENGTH;
    Origin origin = world.origin();
    long from = origin.startNs() + begin.toNanos();
    try {
      if (length.isZero()) {
        throw new IllegalArgumentException("it must last for a second at least");
      }
      if (begin.plus(length).compareTo(lasting) > 0) {
        throw new IllegalArgumentException("it would end after the simulation");
      }
      return kind.make(new Window(from, from + length.toNanos()), target, world);
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException("fault '" + this + "': " + problem.getMessage(), problem);
    }
  }

  @Override
  public String toString() {
    String when = start == null ? "" : "@" + EventSpan.format(start);
    String lasts = duration == null ? "" : "+" + EventSpan.format(duration);
    return kind.label() + ":" + target + when + lasts;
  }

  private static @Nullable Duration time(@Nullable String text) {
    return text == null ? null : EventSpan.parse(text);
  }
}
