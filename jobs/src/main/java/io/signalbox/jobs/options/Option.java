// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a component of an {@link OptionGroup} an option. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
  /** Key after the prefix of the group; empty: the component's name in kebab case. */
  String key() default "";

  /** Value when nothing else is said, in the form a user would write. */
  String value();

  /** One sentence for a person. */
  String doc();

  /** Smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Greatest number allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** True for a value that must never be shown. */
  boolean secret() default false;
}
