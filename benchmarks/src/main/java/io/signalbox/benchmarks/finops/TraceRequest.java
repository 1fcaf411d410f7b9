// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

/**
 * A request of a real trace.
 *
 * @param tenant who asked
 * @param atMs when, in milliseconds of the trace
 * @param input tokens read, all of them
 * @param cached of them, found in a cache
 * @param image of them, images
 * @param output tokens written, all of them
 * @param reasoning of them, thoughts
 */
record TraceRequest(
    String tenant, long atMs, long input, long cached, long image, long output, long reasoning) {}
