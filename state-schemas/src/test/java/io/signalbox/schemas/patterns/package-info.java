// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.signalbox.schemas.patterns;

import org.jspecify.annotations.NullMarked;
