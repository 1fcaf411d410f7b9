// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * What the series of one state block have in common.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the node
 * @param instance instance or shard within the service, empty for the service as a whole
 */
public record ShardKey(String environment, String service, String instance) {}
