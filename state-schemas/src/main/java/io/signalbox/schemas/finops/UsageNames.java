// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Owner;
import io.signalbox.schemas.signals.Hash64;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names in a usage: what was used, and for whom.
 *
 * @param model what was used
 * @param provider who served it, or null
 * @param owner for whom
 */
record UsageNames(String model, @Nullable String provider, Owner owner) {

  static void write(String model, @Nullable String provider, Owner owner, LedgerWriter out) {
    out.text(model).text(provider);
    out.text(owner.tenant()).text(owner.team()).text(owner.feature());
    out.text(owner.agent()).text(owner.region()).text(owner.dataClass());
  }

  static UsageNames read(LedgerReader in) {
    String model = in.text();
    String provider = in.optionalText();
    Owner owner =
        new Owner(
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText());
    return new UsageNames(model, provider, owner);
  }

  /**
   * Names that were read or written before: a million usages have a few hundred of them. Where two
   * fall on one place the later stays.
   */
  static final class Known {
    private static final int PLACES = 1 << 14;
    private final byte[][] bytes = new byte[PLACES][];
    private final UsageNames[] names = new UsageNames[PLACES];
    private final LedgerWriter room = new LedgerWriter();

    /** Writes how many bytes names have, and these. */
    void write(UsageNames said, LedgerWriter out) {
      int place = place(said.hashCode());
      byte[] known = bytes[place];
      if (known == null || !said.equals(names[place])) {
        UsageNames.write(said.model, said.provider, said.owner, room.clear());
        known = room.toBytes();
        bytes[place] = known;
        names[place] = said;
      }
      out.count(known.length).raw(known, 0, known.length);
    }

    /** Reads names of so many bytes. */
    UsageNames read(LedgerReader in, byte[] from, int length) {
      int at = in.at();
      int place = place((int) Hash64.of(from, at, length));
      byte[] known = bytes[place];
      if (known != null && Arrays.equals(known, 0, known.length, from, at, at + length)) {
        in.skip(length);
        return names[place];
      }
      UsageNames read = UsageNames.read(in);
      bytes[place] = Arrays.copyOfRange(from, at, at + length);
      names[place] = read;
      return read;
    }

    private static int place(int hash) {
      return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
  }
}
