// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

/**
 * By what costs of a tenant are told apart. Under each view every charge has one value, {@link
 * Owner#UNALLOCATED} where nothing is said, so the values of a view always sum to the tenant.
 * Stored by ordinal: new ones come last.
 */
public enum CostView {
  MODEL(Dimension.MODEL),
  TEAM(Dimension.TEAM),
  FEATURE(Dimension.FEATURE),
  AGENT(Dimension.AGENT),
  PROVIDER(Dimension.PROVIDER),
  REGION(Dimension.REGION),
  DATA_CLASS(Dimension.DATA_CLASS);

  private final Dimension dimension;

  CostView(Dimension dimension) {
    this.dimension = dimension;
  }

  /** Its name in records. */
  public String label() {
    return dimension.label();
  }

  /** The value that a charge has under this view. */
  public String valueOf(Owner owner, String provider, String model) {
    String value = dimension.of(owner, provider, model);
    return value == null ? Owner.UNALLOCATED : value;
  }
}
