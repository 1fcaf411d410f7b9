// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.List;

/** Patterns in which every word of the language occurs, on which two engines must agree. */
public final class PatternCases {
  /** Each in the notation of {@link PatternText}. */
  public static final List<String> ALL =
      List.of(
          // One after the other.
          "a b c @12",
          "a b c @9 %NEXT",
          "a b c @9 %PAST",
          "a >b >c @12",
          "~a >b c @12 %PAST",
          "a *b *c @12",
          "a *b c @10 %NEXT",
          "a *b *c @10 %FIRST1",
          "a b *c @10 %LAST1",
          "ab bc ca @12",
          "ab *bc *ca @10 %PAST",
          "ab >bc ca @10 %NEXT",
          "a b/4 c/3",
          "a b/4 c/6 @9",
          "a *b/3 *c/5 %PAST",
          "a >b/3 c/4 @8 %NEXT",
          // Conditions that refer back.
          "a b=0 c=0 @12",
          "a b=0 c @12 %PAST",
          "a *b<0 *c<1 @12",
          "a b<0 !n=0 c=0 @12 %NEXT",
          "a<0{1,} b @8",
          "~a b=0/5 c=1/5 %PAST",
          "a b#0 c=0 @12",
          // Loops.
          "a b{3} c @14",
          "a b{2,4} c @12",
          "a b{2,3} c @12 %PAST",
          "a b{1,} c @9",
          "a b{2,} c @9 %NEXT",
          "a b{1,}S c @10",
          "a b{2}S c @10",
          "a b{1,3}Y c @8",
          "a b{2}Y >c @10 %PAST",
          "a{2,} b @9 %LAST0",
          "a{3}S b @12",
          "a >b{1,} >c @10",
          "a *b{1,} c @8 %PAST",
          "a b{1,}|c d @10",
          "a b{2,}|d c @10 %PAST",
          "a b{1,}S|d c @10",
          "a b<1{1,} c @10",
          // Greed.
          "a b{1,}G c @10",
          "a b{2,3}G bc @10",
          "ab{1,}G b @9 %PAST",
          "a b{1,}G|d bc @10",
          "a bc{1,}G c @10 %NEXT",
          "a{2,}SG b @9",
          // Optional stages.
          "a b? c @10",
          "a? b c @10",
          "a >b? >c @10 %PAST",
          "a *b? *c @9",
          "a b{2}? c @10",
          "a b{1,}? c @9 %NEXT",
          "a b{2,3}?G c @10",
          "a b? c? d @9",
          "a{1,}? b @8",
          // What must not be.
          "a !n b @10",
          "a !n b c @10 %PAST",
          "a !n !m b @10",
          "a !n b? c @10",
          "a !n b{1,}? c @9",
          "a b{1,} !n c @10",
          "a b{2} !n c @10 %NEXT",
          "a >!n b @10",
          "a >!n >b @10 %PAST",
          "a b >!n @10",
          "a >!n c? @9",
          "a !n @6",
          "a b !n/5",
          "a b !n/4 @9 %PAST",
          "a b{2} !n @9 %NEXT",
          "a b{3}S !n/4",
          "a *b !n @8 %FIRST1",
          "a b=0 !n=0 @8 %PAST",
          "a !m b !n/4 @10");

  private PatternCases() {}
}
