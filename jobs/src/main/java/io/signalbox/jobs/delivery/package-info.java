// SPDX-License-Identifier: Apache-2.0
/** Where people and their tools read of incidents, beside the topics. */
@NullMarked
package io.signalbox.jobs.delivery;

import org.jspecify.annotations.NullMarked;
