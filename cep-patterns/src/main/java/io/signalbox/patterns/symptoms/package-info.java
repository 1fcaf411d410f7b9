// SPDX-License-Identifier: Apache-2.0
/** The symptom table as YAML: reading it and saying what is wrong with it. */
@NullMarked
package io.signalbox.patterns.symptoms;

import org.jspecify.annotations.NullMarked;
