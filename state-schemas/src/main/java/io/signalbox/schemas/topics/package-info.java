// SPDX-License-Identifier: Apache-2.0
/** What the topics are called, what they carry and what the broker is to keep of it. */
@NullMarked
package io.signalbox.schemas.topics;

import org.jspecify.annotations.NullMarked;
