package org.palimpsest.report.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FileFacts;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.casework.PictureFacts;
import org.palimpsest.casework.Verdict;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.SignOff;

/**
 * Hides sources in everything a report is made of, before it is put into any words or format. The
 * names of the examiner and of the second reader stay: a report without them is worth nothing.
 */
public final class Protector {
  private final Redactor redactor;
  private final MetadataProtection metadata;

  private Protector(SourceProtection protection) {
    redactor = new Redactor(protection);
    metadata = new MetadataProtection(redactor);
  }

  /** A protector that knows what has to be hidden of this report. */
  public static Protector of(ReportData data) {
    Protector protector = new Protector(data.protection());
    if (data.protection().on()) {
      protector.learn(data);
    }
    return protector;
  }

  private void learn(ReportData data) {
    redactor.learnPath(data.caseFile());
    data.listed().forEach(exhibit -> redactor.learnPath(exhibit.path()));
    redactor.learn(data.details().requester());
    for (DetailedExhibit exhibit : data.detailed()) {
      redactor.learnPath(exhibit.originalPath());
      redactor.learn(exhibit.receipt().from());
      redactor.learn(exhibit.receipt().originalName());
      if (exhibit.record() != null) {
        learn(exhibit.record());
      } else if (exhibit.intake() != null && exhibit.intake().metadata() != null) {
        metadata.learn(exhibit.intake().metadata());
      }
    }
  }

  private void learn(ExaminationRecord record) {
    redactor.learnPath(record.file().path());
    if (record.metadata() != null) {
      metadata.learn(record.metadata());
    }
  }

  /** The same report without its sources. */
  public ReportData protect(ReportData data) {
    if (!data.protection().on()) {
      return data;
    }
    CaseDetails details = data.details();
    return new ReportData(
        new CaseDetails(
            redactor.mask(details.name()),
            redactor.mask(details.number()),
            details.examiner(),
            redactor.mask(details.organisation()),
            redactor.hide(details.requester()),
            redactor.mask(details.question()),
            redactor.mask(details.propositions()),
            redactor.mask(details.notes())),
        redactor.path(data.caseFile()),
        data.program(),
        data.at(),
        data.version(),
        data.listed().stream().map(this::protect).toList(),
        data.notSelected(),
        data.detailed().stream().map(this::protect).toList(),
        data.cards(),
        new CustodyFacts(
            data.custody().entries().stream().map(this::protect).toList(),
            data.custody().total(),
            data.custody().head(),
            data.custody().holds(),
            redactor.mask(data.custody().result())),
        data.protection());
  }

  private ListedExhibit protect(ListedExhibit exhibit) {
    return exhibit.named(
        redactor.name(exhibit.name()),
        redactor.path(exhibit.path()),
        redactor.maskOrNull(exhibit.problem()));
  }

  private DetailedExhibit protect(DetailedExhibit exhibit) {
    Receipt receipt = exhibit.receipt();
    return new DetailedExhibit(
        protect(exhibit.listed()),
        new Receipt(
            redactor.mask(receipt.how()),
            redactor.hide(receipt.from()),
            receipt.at(),
            receipt.by(),
            redactor.hide(receipt.originalName()),
            redactor.hide(receipt.note())),
        redactor.path(exhibit.originalPath()),
        exhibit.storage(),
        exhibit.addedAt(),
        exhibit.receivedAt(),
        exhibit.intake() == null ? null : protect(exhibit.intake()),
        exhibit.record() == null ? null : protect(exhibit.record()),
        exhibit.results(),
        exhibit.findings().stream().map(this::protect).toList());
  }

  private IntakeFacts protect(IntakeFacts facts) {
    return new IntakeFacts(
        protect(facts.file()),
        protectOrNull(facts.picture()),
        facts.metadata() == null ? null : metadata.protect(facts.metadata()),
        facts.problemCode(),
        redactor.maskOrNull(facts.problem()));
  }

  /** An examination without its sources; as it is where nothing is hidden. */
  public ExaminationRecord protect(ExaminationRecord record) {
    if (!redactor.protection().on()) {
      return record;
    }
    learn(record);
    return new ExaminationRecord(
        protect(record.file()),
        protect(record.picture()),
        record.metadata() == null ? null : metadata.protect(record.metadata()),
        record.conditions(),
        record.measurement(),
        new Verdict(record.verdict().outcome(), redactor.mask(record.verdict().reason())),
        record.seconds(),
        record.versions(),
        record.at(),
        redactor.command(record.commandLine()));
  }

  private FileFacts protect(FileFacts file) {
    return new FileFacts(
        redactor.path(file.path()),
        file.sha256(),
        file.bytes(),
        file.type(),
        file.misnamed(),
        file.jpegQuality());
  }

  private @Nullable PictureFacts protectOrNull(@Nullable PictureFacts picture) {
    return picture == null ? null : protect(picture);
  }

  private PictureFacts protect(PictureFacts picture) {
    return new PictureFacts(
        picture.width(),
        picture.height(),
        picture.format(),
        picture.decoder(),
        picture.orientation(),
        redactor.mask(picture.notes()));
  }

  private Finding protect(Finding finding) {
    FindingDraft draft = finding.draft();
    List<FindingRegion> regions =
        draft.regions().stream()
            .map(
                region ->
                    new FindingRegion(
                        redactor.mask(region.label()),
                        region.box(),
                        region.outline(),
                        region.region(),
                        region.annotation()))
            .toList();
    SignOff signOff = finding.signOff();
    return new Finding(
        finding.id(),
        finding.exhibit(),
        finding.version(),
        new FindingDraft(
            draft.conclusion(),
            draft.support(),
            redactor.mask(draft.justification()),
            regions,
            draft.examination()),
        finding.machine(),
        finding.status(),
        signOff == null
            ? null
            : new SignOff(signOff.reader(), redactor.mask(signOff.remark()), signOff.at()),
        finding.withdrawn(),
        finding.author(),
        finding.writer(),
        finding.at());
  }

  /** An entry of the audit log without its sources. */
  public AuditEntry protect(AuditEntry entry) {
    if (!redactor.protection().on()) {
      return entry;
    }
    return new AuditEntry(
        entry.seq(),
        entry.at(),
        entry.person(),
        entry.program(),
        entry.action(),
        entry.exhibit(),
        redactor.facts(entry.facts()),
        entry.digest(),
        entry.previous(),
        entry.sha256());
  }
}
