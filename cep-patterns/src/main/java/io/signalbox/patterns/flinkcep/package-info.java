// SPDX-License-Identifier: Apache-2.0
/** Failure patterns as patterns of flink-cep, and its NFA without a cluster. */
@NullMarked
package io.signalbox.patterns.flinkcep;

import org.jspecify.annotations.NullMarked;
