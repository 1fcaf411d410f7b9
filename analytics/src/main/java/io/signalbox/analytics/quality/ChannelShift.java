// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * A change of one of several rates that are watched together.
 *
 * @param channel which, from 0
 * @param shift how it changed
 */
record ChannelShift(int channel, RateShift shift) {}
