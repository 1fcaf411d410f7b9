// SPDX-License-Identifier: Apache-2.0
/** The frame of pages for people, and how they say times and money. */
@NullMarked
package io.signalbox.jobs.pages;

import org.jspecify.annotations.NullMarked;
