// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.benchmarks.runs.Window;
import java.util.List;
import java.util.Locale;

/**
 * How soon and how well faults were told apart.
 *
 * @param services nodes
 * @param edges edges
 * @param hubCallers how many call the hub
 * @param activations episodes of one storm
 * @param faults of all measured storms
 * @param culpritsFirst faults for which some revision names the culprit first
 * @param rankedP50 wall time from the watermark that releases it to the first such revision,
 *     seconds
 * @param rankedP99 the same
 * @param rankedCpuP50 the same by cpu time, as if nobody else had used the machine
 * @param rankedCpuP99 the same
 * @param eventP50 event time from the beginning of the storm to that revision, seconds
 * @param eventP99 the same
 * @param opened incidents
 * @param merged incidents that turned out to be part of another
 * @param spurious those that have no service in common with any fault
 * @param reach largest ratio of the services of an incident to those of the fault it is about
 * @param reachOfGraph the same if all in trouble that call each other were one incident
 * @param reachOfTime the same if all in trouble at a time were one incident
 * @param secondP50 wall time of a second while a storm lasts, without windows of edges
 * @param secondP99 the same
 * @param hearP50 wall time of correlation for a second that has a window of each edge
 * @param hearMost the same
 * @param learnSeconds time of a task that learning from one window takes
 * @param mostReports most that correlation heard of edges in a second, after the first ones
 * @param floorSeconds wall time to look up both ends of an edge by name
 * @param learnedBytes of all that is learned of edges, encoded
 * @param stateBytes of all that is known, encoded
 * @param heapBytes of all that is known, on the heap
 * @param encodeSeconds wall time to encode it
 * @param window of the whole run
 */
public record StormResult(
    int services,
    int edges,
    int hubCallers,
    int activations,
    int faults,
    int culpritsFirst,
    double rankedP50,
    double rankedP99,
    double rankedCpuP50,
    double rankedCpuP99,
    double eventP50,
    double eventP99,
    int opened,
    int merged,
    int spurious,
    double reach,
    double reachOfGraph,
    double reachOfTime,
    double secondP50,
    double secondP99,
    double hearP50,
    double hearMost,
    double learnSeconds,
    int mostReports,
    double floorSeconds,
    long learnedBytes,
    long stateBytes,
    long heapBytes,
    double encodeSeconds,
    Window window) {

  /** The figures beside the goals. */
  public List<String> lines() {
    return List.of(
        text(
            "%,d services, %,d edges, a hub of %,d callers, %,d activations in 10 s, %d faults",
            services, edges, hubCallers, activations, faults),
        text("%-44s %10s %10s %8s", "", "p50", "p99", "goal"),
        text(
            "%-44s %,7.0f ms %,7.0f ms %8s",
            "watermark to the culprit first", 1e3 * rankedP50, 1e3 * rankedP99, "1 s"),
        text("%-44s %,7.0f ms %,7.0f ms", "  by cpu time", 1e3 * rankedCpuP50, 1e3 * rankedCpuP99),
        text(
            "%-44s %8.0f s %8.0f s",
            "event time, beginning to the culprit first", eventP50, eventP99),
        text(
            "%-44s %,7.0f ms %,7.0f ms", "a second of the storm", 1e3 * secondP50, 1e3 * secondP99),
        text(
            "%-44s %,7.0f ms %,7.0f ms",
            "a second with all windows (p50, most)", 1e3 * hearP50, 1e3 * hearMost),
        text("%-44s %7.2f us", "a window of an edge, learned", 1e6 * learnSeconds),
        text("%-44s %7.2f us", "  floor: both its names looked up", 1e6 * floorSeconds),
        text("%-44s %,10d", "most reports of edges in a second", mostReports),
        text("%-44s %4d of %d", "culprits first", culpritsFirst, faults),
        text("%-44s %10d", "incidents opened", opened),
        text("%-44s %10d", "  of these merged later", merged),
        text("%-44s %10d", "about no fault", spurious),
        text("%-44s %10.2f %10s %8s", "largest reach, of the injected", reach, "", "2"),
        text("%-44s %10.2f", "  peer: joined by calls among those in trouble", reachOfGraph),
        text("%-44s %10.2f", "  peer: joined by time", reachOfTime),
        text("%-44s %7.1f MB %10s %8s", "state, encoded", stateBytes / 1e6, "", "64 MB"),
        text("%-44s %7.1f MB", "state and learning, on the heap", heapBytes / 1e6),
        text("%-44s %7.1f MB %10s %8s", "learning, encoded", learnedBytes / 1e6, "", "1 GB"),
        text("%-44s %,7.0f ms", "to encode it", 1e3 * encodeSeconds));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
