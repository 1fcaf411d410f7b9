// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.util.List;

/**
 * Where telemetry is read from; a pattern that is not empty outranks the list.
 *
 * @param metrics topics of OTLP metrics
 * @param metricsPattern regular expression of such topics
 * @param spans topics of OTLP traces
 * @param spansPattern regular expression of such topics
 * @param logs topics of OTLP logs
 * @param logsPattern regular expression of such topics
 * @param changes topics of CDEvents
 * @param changesPattern regular expression of such topics
 */
@OptionGroup(prefix = "topics", title = "Input topics")
public record TopicOptions(
    @Option(value = "otlp_metrics", doc = "Topics of OTLP metrics.") List<String> metrics,
    @Option(
            key = "metrics.pattern",
            value = "",
            doc = "Regular expression of topics of OTLP metrics, instead of the list.")
        String metricsPattern,
    @Option(value = "otlp_spans", doc = "Topics of OTLP traces.") List<String> spans,
    @Option(
            key = "spans.pattern",
            value = "",
            doc = "Regular expression of topics of OTLP traces, instead of the list.")
        String spansPattern,
    @Option(value = "otlp_logs", doc = "Topics of OTLP logs.") List<String> logs,
    @Option(
            key = "logs.pattern",
            value = "",
            doc = "Regular expression of topics of OTLP logs, instead of the list.")
        String logsPattern,
    @Option(value = "change-events", doc = "Topics of CDEvents.") List<String> changes,
    @Option(
            key = "changes.pattern",
            value = "",
            doc = "Regular expression of topics of CDEvents, instead of the list.")
        String changesPattern)
    implements Serializable {}
