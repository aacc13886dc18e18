package org.palimpsest.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.BoxBlur;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;

/**
 * Makes labelled training pictures from authentic photographs: about 40 % are left as they are, the
 * others get a local edit; all share the same distribution of earlier and later saves, so that only
 * the edit itself tells the label. Immutable; may be used from several threads if the regenerator
 * may.
 */
public final class ForgerySynthesiser {
  private static final double AUTHENTIC = 0.4;
  private static final int ATTEMPTS = 6;
  private static final double SMALLEST = 0.003;

  private final PhotoLibrary library;
  private final BaseHistory history;
  private final List<Forgery> forgeries;
  private final int side;
  private final Difficulty difficulty;

  /**
   * A synthesiser.
   *
   * @param regenerator a trained generative network, or null to draw untrained ones only
   * @param side pixels per side of the samples
   * @param difficulty 0 (large plain edits, never saved again) to 1 (everything)
   */
  public ForgerySynthesiser(
      PhotoLibrary library, @Nullable Regenerator regenerator, int side, double difficulty) {
    if (library.largestSide() < side) {
      throw new IllegalArgumentException(
          "No photograph of the library has room for samples of %d pixels.".formatted(side));
    }
    this.library = library;
    this.history = new BaseHistory(library);
    this.side = side;
    this.difficulty = new Difficulty(difficulty);
    this.forgeries = forgeries(library, regenerator);
  }

  // Listed as often as it shall occur.
  private static List<Forgery> forgeries(PhotoLibrary library, @Nullable Regenerator regenerator) {
    List<Forgery> list = new ArrayList<>();
    list.addAll(List.of(new Splice(library), new CopyMove(), new CopyMove()));
    list.addAll(List.of(new DiffusionFill(), new ExemplarFill()));
    list.addAll(List.of(new ResampleDenoise(library), new ResampleDenoise(library)));
    list.addAll(Collections.nCopies(10, new Regeneration(regenerator, library)));
    return List.copyOf(list);
  }

  /** The sample of a seed; always the same for the same library, regenerator and settings. */
  public Sample sample(long seed) {
    return make(seed, true);
  }

  /** The sample of a seed with the edit left out: same photograph, earlier and later saves. */
  public Sample untouched(long seed) {
    return make(seed, false);
  }

  private Sample make(long seed, boolean mayEdit) {
    Dice dice = new Dice(seed);
    Dice editing = dice.split();
    boolean plain = difficulty.plain(dice);
    FinalSave save = FinalSave.plan(side, library.largestSide(), difficulty, dice);
    BaseHistory.Base base = history.draw(save.workingSide(), plain, dice);

    Edited edited =
        new Edited(base.image(), Mask.empty(save.workingSide(), save.workingSide()), "");
    if (mayEdit && !editing.chance(AUTHENTIC)) {
      edited = edited(base, plain, editing);
    }
    Framing framing = Framing.random(side, dice);
    Box part = framing.part(save.workingSide());
    SavedState.Saved last = save.apply(part.cut(edited.image()), framing.width(), framing.height());
    Mask mask =
        framing.of(Resize.nearest(part.cut(edited.mask()), framing.width(), framing.height()));
    boolean fake = mask.area() > 0;
    String provenance = fake ? "edited: " + edited.how() : "authentic";
    return new Sample(
        framing.of(last.image()),
        mask,
        fake,
        provenance + "; base " + base.how() + "; " + last.how() + framing.how());
  }

  private record Edited(RgbImage image, Mask mask, String how) {}

  private Edited edited(BaseHistory.Base base, boolean plain, Dice dice) {
    int size = base.image().width();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Mask area = area(size, dice);
      int feather = plain || dice.chance(0.4) ? 0 : dice.whole(1, 5);
      FloatMap alpha = alpha(area, feather);
      EditSite site = EditSite.of(base.image(), base.photograph(), alpha, plain);
      Forgery forgery = dice.pick(forgeries);
      Forgery.Content content = forgery.content(site, dice);
      RgbImage result = site.composed(fitted(content.pixels(), forgery, site, dice));
      Mask mask = altered(alpha);
      if (visible(base.image(), result, mask)) {
        String how = content.how() + (feather > 0 ? ", feather " + feather : "");
        return new Edited(result, mask, how);
      }
    }
    // A plain white wall: nothing that could be done to it changed it.
    return new Edited(base.image(), Mask.empty(size, size), "");
  }

  /** Shapes, or where most of the picture is edited, often all but some shapes. */
  private Mask area(int size, Dice dice) {
    double share = difficulty.share(dice);
    ShapeArtist artist = new ShapeArtist(dice);
    if (share < 0.4 || dice.chance(0.5)) {
      return artist.draw(size, size, share);
    }
    Mask kept = artist.draw(size, size, 1 - share);
    for (int i = 0; i < kept.values().length; i++) {
      kept.values()[i] = (byte) (1 - kept.values()[i]);
    }
    return kept;
  }

  private static RgbImage fitted(RgbImage content, Forgery forgery, EditSite site, Dice dice) {
    if (forgery instanceof Splice && dice.chance(0.4)) {
      return Adjustment.matched(content, site);
    }
    boolean movable = forgery instanceof Splice || forgery instanceof CopyMove;
    return movable && dice.chance(0.25) ? Adjustment.toned(content, dice) : content;
  }

  /** How much of each pixel is replaced when an area is edited with soft borders. */
  static FloatMap alpha(Mask area, int feather) {
    float[] values = new float[area.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = area.values()[i];
    }
    FloatMap sharp = new FloatMap(area.width(), area.height(), values);
    FloatMap soft = new BoxBlur(feather, 2).apply(sharp);
    for (int i = 0; i < values.length; i++) {
      // The moving sums leave a dust of rounding where there is nothing.
      float a = soft.values()[i];
      soft.values()[i] = a < 1e-3f ? 0 : a > 0.999f ? 1 : a;
    }
    return soft;
  }

  private static Mask altered(FloatMap alpha) {
    Mask mask = Mask.empty(alpha.width(), alpha.height());
    for (int i = 0; i < mask.values().length; i++) {
      mask.values()[i] = (byte) (alpha.values()[i] > 0.5f ? 1 : 0);
    }
    return mask;
  }

  /** Whether enough pixels are marked and differ from before by half a level on average. */
  private static boolean visible(RgbImage before, RgbImage after, Mask mask) {
    long difference = 0;
    for (int i = 0; i < mask.values().length; i++) {
      for (int c = i * 3; mask.values()[i] == 1 && c < i * 3 + 3; c++) {
        difference += Math.abs((before.rgb()[c] & 0xff) - (after.rgb()[c] & 0xff));
      }
    }
    boolean found = mask.area() >= SMALLEST * mask.values().length;
    return found && difference * 2 > mask.area() * 3;
  }
}
