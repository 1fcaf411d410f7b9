// SPDX-License-Identifier: Apache-2.0
/** What can be set: typed records, bound once in main from files, environment and command line. */
@NullMarked
package io.signalbox.jobs.options;

import org.jspecify.annotations.NullMarked;
