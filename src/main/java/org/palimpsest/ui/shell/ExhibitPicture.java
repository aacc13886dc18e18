package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.ui.viewer.PictureSource;
import org.palimpsest.ui.viewer.ViewedPicture;

/**
 * An exhibit for the viewer, with the map of one of its examinations. The file is read again, and
 * shown only if its bytes are still those that were received.
 *
 * @param examination whose map is shown; null for the latest there is
 */
record ExhibitPicture(CaseFile file, long exhibit, String name, @Nullable Long examination)
    implements PictureSource {
  @Override
  public ViewedPicture load() throws CaseException, EvidenceException, DecodeException {
    ExhibitRow row = file.exhibits().row(exhibit);
    Evidence evidence = Evidence.take(row.path());
    if (row.sha256() != null && !evidence.sha256().hex().equals(row.sha256())) {
      throw EvidenceException.notAsReceived(row.path());
    }
    RgbImage image = ImageDecoder.decode(evidence.bytes()).pixels();
    LatestResult latest = row.latest();
    Long shown = examination != null ? examination : latest == null ? null : (Long) latest.examination();
    if (shown == null) {
      return ViewedPicture.unexamined(row.name(), image);
    }
    ExaminationRecord record = file.examinations().record(shown);
    Heatmap heatmap =
        Heatmap.of(file.examinations().map(shown), record.conditions().threshold());
    return new ViewedPicture(
        row.name(), image, heatmap, record.conditions().thresholdSource());
  }

  @Override
  public Optional<Path> original() {
    try {
      return Optional.of(file.exhibits().row(exhibit).path());
    } catch (CaseException e) {
      return Optional.empty();
    }
  }
}
