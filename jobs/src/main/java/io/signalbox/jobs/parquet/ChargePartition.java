// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import io.signalbox.analytics.finops.Charge;
import java.time.LocalDate;
import java.util.Locale;

/** Folders of charges by billing day and provider, named as tools that read partitions expect. */
public final class ChargePartition {
  private static final long MS_A_DAY = 86_400_000L;

  private ChargePartition() {}

  /** The day, in UTC, on which the usage of a charge was, counted from 1970. */
  public static long dayOf(Charge charge) {
    return Math.floorDiv(charge.usage().atMs(), MS_A_DAY);
  }

  /** The folder of a charge, and of all that is said of it later. */
  public static String of(Charge charge) {
    String provider = charge.provider().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
    return "billing_day=" + LocalDate.ofEpochDay(dayOf(charge)) + "/provider=" + provider;
  }
}
