// SPDX-License-Identifier: Apache-2.0
/** What happens to committed output when processes die: tried on real ones. */
@NullMarked
package io.signalbox.testbed.stories;

import org.jspecify.annotations.NullMarked;
