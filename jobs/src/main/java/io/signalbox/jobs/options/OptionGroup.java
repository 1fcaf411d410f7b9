// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record a group of options; its components are options or further groups. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OptionGroup {
  /** What the keys of the group begin with, without the dot; empty for none. */
  String prefix() default "";

  /** Headline of the group in the reference. */
  String title();
}
