// SPDX-License-Identifier: Apache-2.0
/** OpenTelemetry and CDEvents as bytes, and the batches cut from them. */
@NullMarked
package io.signalbox.schemas.signals;

import org.jspecify.annotations.NullMarked;
