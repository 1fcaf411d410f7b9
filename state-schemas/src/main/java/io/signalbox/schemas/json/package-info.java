// SPDX-License-Identifier: Apache-2.0
/** The one JSON form of every record that leaves a job. */
@NullMarked
package io.signalbox.schemas.json;

import org.jspecify.annotations.NullMarked;
