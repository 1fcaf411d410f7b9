// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.signalbox.jobs.patterns;

import org.jspecify.annotations.NullMarked;
