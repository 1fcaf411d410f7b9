// SPDX-License-Identifier: Apache-2.0
/** What is allowed but wrong: stages that cannot be reached, patterns without bound. */
@NullMarked
package io.signalbox.patterns.linting;

import org.jspecify.annotations.NullMarked;
