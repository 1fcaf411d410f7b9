// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.io.Serializable;

/**
 * Whose bill it is.
 *
 * @param id of the account at whoever bills
 * @param name to show
 */
public record BillingAccount(String id, String name) implements Serializable {}
