// SPDX-License-Identifier: Apache-2.0
/** The bytes of what is remembered about answers of models, and the labels that people send. */
@NullMarked
package io.signalbox.schemas.quality;

import org.jspecify.annotations.NullMarked;
