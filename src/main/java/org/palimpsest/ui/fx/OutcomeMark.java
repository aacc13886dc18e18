package org.palimpsest.ui.fx;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.palimpsest.casework.Outcome;
import org.palimpsest.settings.Messages;

/** An outcome as every view shows it: a sign, the fixed words, and a style class for a colour. */
public final class OutcomeMark {
  private OutcomeMark() {}

  /** The sign; none of them is a tick, since no outcome says that all is well. */
  public static Ikon sign(Outcome outcome) {
    return switch (outcome) {
      case INCONSISTENT -> MaterialDesignA.ALERT_OCTAGON;
      case INCONCLUSIVE -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
      case CONSISTENT -> MaterialDesignC.CIRCLE_OUTLINE;
    };
  }

  /** The wording in the window's language. */
  public static String words(Messages messages, Outcome outcome) {
    return messages.text("outcome." + style(outcome) + ".words");
  }

  /** {@code inconsistent}, {@code inconclusive} or {@code consistent}. */
  public static String style(Outcome outcome) {
    return switch (outcome) {
      case INCONSISTENT -> "inconsistent";
      case INCONCLUSIVE -> "inconclusive";
      case CONSISTENT -> "consistent";
    };
  }
}
