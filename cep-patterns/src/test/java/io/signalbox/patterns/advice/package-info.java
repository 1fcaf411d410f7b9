// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.signalbox.patterns.advice;

import org.jspecify.annotations.NullMarked;
