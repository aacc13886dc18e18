package org.palimpsest.report.chapter;

import java.util.List;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Fact;

/** The words of the report. */
final class GlossaryChapter {
  private GlossaryChapter() {}

  static Chapter chapter() {
    return new Chapter(
        "glossary",
        "Glossary",
        List.of(
            new Block.Facts(
                List.of(
                    Fact.of(
                        "Consistent with an original",
                        "Nothing was observed that an unedited picture would not show, within the"
                            + " limits stated. It does not mean that the picture is unedited."),
                    Fact.of(
                        "Inconsistent with an original",
                        "Something was observed that unedited pictures show seldom; how seldom is"
                            + " the false-alarm rate. It does not mean that the picture was"
                            + " certainly edited."),
                    Fact.of(
                        "Inconclusive",
                        "The observations allow neither of the two to be said; the reason is"
                            + " given."),
                    Fact.of("Detection", "A statement about a picture as a whole."),
                    Fact.of("Localization", "A statement about where in a picture."),
                    Fact.of(
                        "Localization map",
                        "A value from 0 to 1 for each pixel: 0 as the surroundings of an original,"
                            + " 1 as an edited area. Not a probability."),
                    Fact.of("Threshold", "The map value above which a pixel counts as marked."),
                    Fact.of(
                        "Operating point",
                        "The threshold from which a picture is flagged, with its measured error"
                            + " rates."),
                    Fact.of(
                        "Class score",
                        "One number of the network for a picture, 0 to 1. It orders pictures. Not a"
                            + " probability."),
                    Fact.of("False-alarm rate", "Share of authentic pictures that are flagged."),
                    Fact.of("Miss rate", "Share of edited pictures that are not flagged."),
                    Fact.of(
                        "95 % interval",
                        "The range in which the true rate lies, as far as a sample of that size can"
                            + " tell, in 95 of 100 such measurements."),
                    Fact.of(
                        "Validated envelope",
                        "The kind of pictures on which the miss rate was measured. Outside it"
                            + " nothing is called consistent with an original."),
                    Fact.of(
                        "Prediction and finding",
                        "A prediction is the machine's, a finding is a person's."),
                    Fact.of(
                        "SHA-256",
                        "A digest of 64 hexadecimal digits by which a file's content is recognised."
                            + " Two different contents with the same digest are not known."),
                    Fact.of(
                        "Diffusion model",
                        "A kind of program that generates pictures, or parts of them, out of"
                            + " noise.")))));
  }
}
