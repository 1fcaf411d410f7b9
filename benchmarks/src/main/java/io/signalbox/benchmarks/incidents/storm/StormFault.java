// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import java.util.Set;

/**
 * One fault and all that suffers from it.
 *
 * @param culprit the node at fault
 * @param nodes all who suffer, the culprit included
 * @param edges those over which calls fail
 */
record StormFault(String culprit, Set<String> nodes, Set<Integer> edges) {}
