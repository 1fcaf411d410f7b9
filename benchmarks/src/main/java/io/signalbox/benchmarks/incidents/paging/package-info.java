// SPDX-License-Identifier: Apache-2.0
/** How long a revision of an incident takes to whoever is paged, through a real Kafka. */
@NullMarked
package io.signalbox.benchmarks.incidents.paging;

import org.jspecify.annotations.NullMarked;
