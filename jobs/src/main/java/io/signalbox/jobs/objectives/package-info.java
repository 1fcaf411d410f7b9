// SPDX-License-Identifier: Apache-2.0
/** What services have promised. */
@NullMarked
package io.signalbox.jobs.objectives;

import org.jspecify.annotations.NullMarked;
