// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OrderIndependenceTest {
  private static final List<String> NODES = List.of("web", "cart", "pay", "db", "mail", "bank");
  private static final int END = 1200;

  /** A graph, and episodes that never end; each is noticed a random time after its onset. */
  private static List<Play.Item> world(int seed, int delays) {
    Random what = new Random(seed);
    Random when = new Random(delays);
    Play play = new Play();
    for (String caller : NODES) {
      for (String callee : NODES) {
        if (what.nextInt(3) == 0 && !caller.equals(callee)) {
          int errors = what.nextInt(3) == 0 ? 40 : 0;
          play.calls(caller, callee, 0, 100)
              .calls(caller, callee, 100, END, 100, errors, what.nextBoolean(), 20_000);
        }
      }
    }
    EpisodeKind[] kinds = EpisodeKind.values();
    for (int i = 0; i < 8; i++) {
      EpisodeKind kind = kinds[what.nextInt(kinds.length)];
      String service = NODES.get(what.nextInt(NODES.size()));
      String peer = Weight.isOfEdge(kind) ? NODES.get(what.nextInt(NODES.size())) : null;
      int from = 100 + what.nextInt(400);
      play.episode(kind, service, peer, "s" + i, from, from + when.nextInt(200), 0, 0.5, 0.1);
    }
    return play.items();
  }

  private static SortedSet<String> outcome(Situation situation) {
    SortedSet<String> outcome = new TreeSet<>();
    situation.book().open().forEach(file -> outcome.add(text(file)));
    return outcome;
  }

  private static String text(IncidentFile file) {
    Incident last = file.last();
    return file.members() + " " + cause(file) + " " + last.services();
  }

  private static String cause(IncidentFile file) {
    return file.last().suspects().get(0).node();
  }

  /**
   * Takes out of both outcomes what one history kept together and the other never saw joined: an
   * incident that has all that several of the other have, or what was no reason for one there; all
   * of it began together, and its cause is that of one of them.
   */
  private static void settle(
      Situation joined, Situation split, SortedSet<String> ones, SortedSet<String> others) {
    for (IncidentFile whole : joined.book().open()) {
      List<IncidentFile> parts =
          split.book().open().stream()
              .filter(part -> whole.members().containsAll(part.members()))
              .toList();
      List<Set<String>> pieces = new ArrayList<>();
      parts.forEach(part -> pieces.add(part.members()));
      Set<String> told = split.book().members();
      whole.members().stream()
          .filter(member -> !told.contains(member))
          .forEach(member -> pieces.add(Set.of(member)));
      Set<String> all = new TreeSet<>();
      pieces.forEach(all::addAll);
      if (pieces.size() > 1
          && all.equals(whole.members())
          && parts.stream().anyMatch(part -> cause(part).equals(cause(whole)))
          && pieces.stream().allMatch(piece -> beganWithAnother(piece, pieces))) {
        ones.remove(text(whole));
        parts.forEach(part -> others.remove(text(part)));
      }
    }
  }

  private static boolean beganWithAnother(Set<String> piece, List<Set<String>> pieces) {
    return pieces.stream().anyMatch(other -> other != piece && beganTogether(piece, other));
  }

  /** Whether something of one began so shortly before or after something of the other. */
  private static boolean beganTogether(Set<String> one, Set<String> other) {
    long slack = CorrelationSettings.DEFAULT.slack().toSeconds();
    return one.stream()
        .anyMatch(a -> other.stream().anyMatch(b -> Math.abs(onset(a) - onset(b)) <= slack));
  }

  /** The second at which an episode of a {@link Play} began, with which its id ends. */
  private static int onset(String id) {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }

  private static List<Incident> play(Situation situation, List<Play.Item> items) {
    List<Incident> out = new ArrayList<>();
    Play.run(situation, items, 0, END, out);
    return out;
  }

  private static Situation fresh() {
    return new Situation("prod", CorrelationSettings.DEFAULT);
  }

  @Property(tries = 15)
  void theOrderInWhichItemsOfATickArriveDoesNotMatter(@ForAll int seed, @ForAll int shuffle) {
    List<Play.Item> items = world(seed, 0);
    List<Play.Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertEquals(play(fresh(), items), play(fresh(), shuffled));
  }

  /** But for what began together, which stays together once it was joined. */
  @Property(tries = 15)
  void theSameEvidenceEndsInTheSameIncidentsWhateverWasNoticedFirst(
      @ForAll int seed, @ForAll int one, @ForAll int other) {
    assertAlike(seed, one, other);
  }

  /** The tail of calls that is noticed together with other trouble, from which it then parts. */
  @Example
  void whatWasNeverReasonEnoughKeepsNoIncidentOpen() {
    assertAlike(135, 1135, 77135);
  }

  /** Two incidents of one history that the other joined for a while. */
  @Example
  void whatBeganTogetherStaysTogether() {
    assertAlike(542, 1542, 77542);
  }

  private static void assertAlike(int seed, int one, int other) {
    Situation first = fresh();
    Situation second = fresh();
    play(first, world(seed, one));
    play(second, world(seed, other));
    SortedSet<String> ones = outcome(first);
    SortedSet<String> others = outcome(second);
    settle(first, second, ones, others);
    settle(second, first, others, ones);
    assertEquals(ones, others);
  }

  @Property(tries = 12)
  void howOftenTimeAdvancesDoesNotMatter(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 90) int step) {
    List<Play.Item> items = world(seed, 0);
    Situation often = fresh();
    List<Incident> out = new ArrayList<>();
    for (int second = 0; second < END; second += step) {
      Play.run(often, items, second, Math.min(END, second + step), out);
    }
    assertEquals(play(fresh(), items), out);
  }
}
