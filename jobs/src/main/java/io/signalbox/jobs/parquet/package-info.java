// SPDX-License-Identifier: Apache-2.0
/** Records as columns, for those who ask in SQL; see docs/decisions/0004-parquet.md. */
@NullMarked
package io.signalbox.jobs.parquet;

import org.jspecify.annotations.NullMarked;
