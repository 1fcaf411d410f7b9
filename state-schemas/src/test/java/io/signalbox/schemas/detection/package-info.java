// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.signalbox.schemas.detection;

import org.jspecify.annotations.NullMarked;
