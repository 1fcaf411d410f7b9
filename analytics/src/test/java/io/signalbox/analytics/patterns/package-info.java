// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.signalbox.analytics.patterns;

import org.jspecify.annotations.NullMarked;
