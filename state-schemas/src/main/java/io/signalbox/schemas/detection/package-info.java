// SPDX-License-Identifier: Apache-2.0
/** The bytes of baselines and episodes. */
@NullMarked
package io.signalbox.schemas.detection;

import org.jspecify.annotations.NullMarked;
