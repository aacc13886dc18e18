package org.palimpsest.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.ExhibitMetadata;

/**
 * One image examined once: the result with all that is needed to repeat it.
 *
 * @param file the file and the digest of its bytes
 * @param picture the picture decoded from those bytes
 * @param metadata what the file says of itself; null in a row of a version that did not read it
 * @param conditions model, parameters, device
 * @param measurement what was read off it
 * @param verdict what that allows to say
 * @param seconds how long it took
 * @param versions the software
 * @param at when the examination ended
 * @param commandLine the command that asked for it, word by word
 */
public record ExaminationRecord(
    FileFacts file,
    PictureFacts picture,
    @Nullable ExhibitMetadata metadata,
    Conditions conditions,
    Measurement measurement,
    Verdict verdict,
    StageSeconds seconds,
    Versions versions,
    Instant at,
    List<String> commandLine)
    implements CaseRow {
  public ExaminationRecord {
    commandLine = List.copyOf(commandLine);
  }

  @Override
  public String path() {
    return file.path();
  }
}
