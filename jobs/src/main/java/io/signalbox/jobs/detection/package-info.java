// SPDX-License-Identifier: Apache-2.0
/** The detect job. */
@NullMarked
package io.signalbox.jobs.detection;

import org.jspecify.annotations.NullMarked;
