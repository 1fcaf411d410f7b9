// SPDX-License-Identifier: Apache-2.0
/** The JSON graph of the commercial dynamic-CEP products. */
@NullMarked
package io.signalbox.patterns.exchange;

import org.jspecify.annotations.NullMarked;
