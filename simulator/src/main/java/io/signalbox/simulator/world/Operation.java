// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import java.util.List;

/**
 * What a service answers.
 *
 * @param service whose it is
 * @param name {@code POST /cart} or {@code shop.Cart/AddItem}
 * @param protocol how it is called
 * @param workMs median of its own work, milliseconds, what it calls not counted
 * @param steps what it does, in order
 * @param attributes encoded attributes that every server span of it has
 */
public record Operation(
    Service service,
    String name,
    Protocol protocol,
    double workMs,
    List<Step> steps,
    byte[] attributes) {}
