// SPDX-License-Identifier: Apache-2.0
/** Many faults at once in a large graph, and how soon and how well they are told apart. */
@org.jspecify.annotations.NullMarked
package io.signalbox.benchmarks.incidents.storm;
