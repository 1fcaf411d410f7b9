// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * How often a judge and a label agreed.
 *
 * @param goodGood both called it good
 * @param goodBad the judge called it good, the label bad
 * @param badGood the judge called it bad, the label good
 * @param badBad both called it bad
 */
public record Confusion(long goodGood, long goodBad, long badGood, long badBad) {
  /** Nothing yet. */
  public static final Confusion NONE = new Confusion(0, 0, 0, 0);

  private static final long FEWEST = 30;

  /** With so many more of one kind; negative to take them back. */
  public Confusion with(boolean judged, boolean labelled, int more) {
    return new Confusion(
        goodGood + (judged && labelled ? more : 0),
        goodBad + (judged && !labelled ? more : 0),
        badGood + (!judged && labelled ? more : 0),
        badBad + (!judged && !labelled ? more : 0));
  }

  /** How many there are. */
  public long total() {
    return goodGood + goodBad + badGood + badBad;
  }

  /**
   * What of answers without a label is good, by how often the judge was right where there was one
   * (J. Buonaccorsi, Measurement Error, 2010, section 3).
   *
   * @param good answers that the judge called good
   * @param bad answers that the judge called bad
   * @return their number; as the judge has it while too few labels are known
   */
  double expectedGood(long good, long bad) {
    if (total() < FEWEST) {
      return good;
    }
    double ifGood = (goodGood + 0.5) / (goodGood + goodBad + 1);
    double ifBad = (badGood + 0.5) / (badGood + badBad + 1);
    return good * ifGood + bad * ifBad;
  }
}
