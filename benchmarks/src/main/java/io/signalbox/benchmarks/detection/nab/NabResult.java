// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.nab;

/**
 * The score of a detector on a corpus under a profile at a threshold.
 *
 * @param profile what was weighed how
 * @param score 100 is perfect, 0 is silence
 * @param threshold points with this score and above are alarms
 * @param windowsFound windows with an alarm
 * @param windows of the corpus
 * @param falsePoints alarms outside windows
 * @param raw weighed sum before it is brought to 0..100
 * @param silent the weighed sum of a detector that never speaks
 * @param perfect the weighed sum of a perfect one
 */
public record NabResult(
    NabProfile profile,
    double score,
    double threshold,
    int windowsFound,
    int windows,
    int falsePoints,
    double raw,
    double silent,
    double perfect) {
  /** Both corpora as one, each at its own threshold; the threshold is that of this one. */
  public NabResult and(NabResult other) {
    double rawSum = raw + other.raw;
    double silentSum = silent + other.silent;
    double perfectSum = perfect + other.perfect;
    return new NabResult(
        profile,
        100 * (rawSum - silentSum) / (perfectSum - silentSum),
        threshold,
        windowsFound + other.windowsFound,
        windows + other.windows,
        falsePoints + other.falsePoints,
        rawSum,
        silentSum,
        perfectSum);
  }
}
