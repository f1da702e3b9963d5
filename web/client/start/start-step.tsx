import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CataloguePreset, Localised } from '../../contract/index.ts';
import { catalogue } from '../api/catalogue.ts';
import { money, plain, share } from '../format.ts';
import { language } from '../shell/preferences.ts';
import { navigate } from '../shell/router.ts';
import { textOf } from '../study/check.ts';
import { isMap, type StudyDocument } from '../study/document.ts';
import { createDraft, removeDraft, storedDrafts } from '../study/draft.ts';
import type { Draft, Question } from '../study/draft-store.ts';
import { likely } from '../study/written.ts';
import { en } from '../texts/en.ts';
import { said, t } from '../texts/index.ts';
import { zh } from '../texts/zh.ts';
import { firstStudy } from './first-study.ts';
import { openText } from './open-file.ts';
import { QuestionPicture } from './question-picture.tsx';

const QUESTIONS = ['pay', 'mix', 'rollout', 'file'] as const;

/** Step 1: what is to be found out, where, and how large. */
export function StartStep(): VNode {
  const [question, setQuestion] = useState<Question>('pay');
  return (
    <>
      <p class="muted tagline">{t('app.tagline')}</p>
      <form
        class="start"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <fieldset class="questions">
          <legend>
            <h1>{t('start.title')}</h1>
          </legend>
          <div class="question-cards">
            {QUESTIONS.map((one) => (
              <label class="card question" key={one}>
                <input
                  type="radio"
                  name="question"
                  value={one}
                  checked={question === one}
                  onChange={() => setQuestion(one)}
                />
                <QuestionPicture question={one} />
                <span>
                  <strong>{t(`start.${one}`)}</strong>
                  <small>{t(`start.${one}.more`)}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {question === 'file' ? <FromFile /> : <FromIndustry question={question} />}
      </form>
      <Drafts />
    </>
  );
}

function both(key: keyof typeof en): Localised {
  return { en: en[key], zh: zh[key] };
}

function FromIndustry({ question }: { question: Exclude<Question, 'file'> }): VNode {
  const { presets, schemes, limits } = catalogue.value!;
  const [presetId, setPreset] = useState(presets[0]!.id);
  const [size, setSize] = useState<string | null>(null);
  const sizeId = useId();
  const preset = presets.find((one) => one.id === presetId) ?? presets[0]!;
  const usual = Math.round(preset.reps.mode);
  const reps = size === null ? usual : Number(size);
  const sound = Number.isInteger(reps) && reps >= 1 && reps <= limits.reps;
  const begin = (): void => {
    const made = createDraft(
      question,
      firstStudy(
        question,
        preset,
        reps,
        {
          title: both(`start.${question}.title`),
          pay: both('start.alternative.pay'),
          together: both('start.alternative.together'),
          once: both('start.alternative.once'),
          staged: both('start.alternative.staged'),
        },
        schemes.filter((one) => one.kind === 'scheme'),
      ),
    );
    navigate({ step: 'today', study: made.id });
  };
  return (
    <div class="card">
      <fieldset class="industries">
        <legend>{t('start.industry')}</legend>
        {presets.map((one) => (
          <label key={one.id} class="industry">
            <input
              type="radio"
              name="industry"
              value={one.id}
              checked={one.id === presetId}
              onChange={() => {
                setPreset(one.id);
                setSize(null);
              }}
            />
            <span>{said(one.name)}</span>
          </label>
        ))}
      </fieldset>
      <p class="muted">{said(preset.summary)}</p>
      <div class="field size">
        <label for={sizeId}>{t('start.size')}</label>
        <input
          id={sizeId}
          inputMode="numeric"
          value={size ?? String(usual)}
          aria-invalid={!sound}
          aria-describedby={`${sizeId}-help`}
          onInput={(event) => setSize(event.currentTarget.value)}
        />
        {sound ? (
          <small id={`${sizeId}-help`}>
            {t('start.size.usual', { low: preset.reps.low, high: preset.reps.high })}
          </small>
        ) : (
          <p class="wrong" role="alert" id={`${sizeId}-help`}>
            {t('start.size.wrong', { most: limits.reps })}
          </p>
        )}
      </div>
      <Assumed preset={preset} />
      <button type="submit" class="first" disabled={!sound} onClick={begin}>
        {t('start.go')}
      </button>
    </div>
  );
}

const TELLING = ['market.deal-value', 'market.leads-per-rep-month', 'market.gross-margin', 'people.turnover'];

function Assumed({ preset }: { preset: CataloguePreset }): VNode {
  const { parameters } = catalogue.value!;
  return (
    <>
      <h2>{t('start.numbers')}</h2>
      <dl class="numbers">
        {TELLING.map((id) => {
          const parameter = parameters.find((one) => one.id === id)!;
          const x = likely(preset.scalars[id]?.value ?? parameter.fallback) ?? Number.NaN;
          const text =
            parameter.unit === 'money'
              ? money(x, preset.currency)
              : parameter.unit === 'share'
                ? share(x)
                : parameter.unit === 'per-year'
                  ? share(x)
                  : plain(x);
          return (
            <div key={id}>
              <dt>{said(parameter.name)}</dt>
              <dd>{text}</dd>
            </div>
          );
        })}
        <div>
          <dt>{t('plan.salary')}</dt>
          <dd>{money(preset.pay.salary, preset.currency)}</dd>
        </div>
        <div>
          <dt>{t('plan.quota')}</dt>
          <dd>{money(preset.pay.quota, preset.currency)}</dd>
        </div>
      </dl>
    </>
  );
}

function FromFile(): VNode {
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const open = async (text: string): Promise<void> => {
    try {
      const made = createDraft('file', await openText(text));
      navigate({ step: 'today', study: made.id });
    } catch (error) {
      setWrong(t('start.unreadable', { why: said(textOf(error)) }));
    }
  };
  return (
    <div class="card">
      <div class="field">
        <label for={id}>{t('start.choose')}</label>
        <input
          id={id}
          type="file"
          accept=".yaml,.yml,.json"
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-wrong`}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void file.text().then(open);
          }}
        />
        {wrong !== null && (
          <p class="wrong" role="alert" id={`${id}-wrong`}>
            {wrong}
          </p>
        )}
      </div>
      <h2>{t('start.examples')}</h2>
      <ul class="examples">
        {catalogue.value!.examples.map((one) => (
          <li key={one.id}>
            <button type="button" class="plain" onClick={() => void open(one.yaml)}>
              {said(one.title)}
            </button>
            <small>
              {said(
                catalogue.value!.presets.find((preset) => preset.id === one.id)?.name ?? {
                  en: one.id,
                  zh: one.id,
                },
              )}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a draft is called in a list. */
function titleOf(study: StudyDocument, question: Question): string {
  const { title, context } = study;
  const preset = catalogue.value!.presets.find((one) => one.id === context);
  const place = preset === undefined ? '' : ` · ${said(preset.name)}`;
  if (typeof title === 'string') return title + place;
  if (isMap(title)) return String(title[language.value] ?? title.en ?? '') + place;
  return t(`start.${question}`) + place;
}

function Drafts(): VNode | null {
  const [drafts, setDrafts] = useState<readonly Draft[]>(storedDrafts);
  if (drafts.length === 0) return null;
  const date = new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <section class="drafts">
      <h2>{t('start.drafts')}</h2>
      <ul>
        {drafts.slice(0, 8).map((one) => (
          <li key={one.id}>
            <a href={`#/study/${one.id}/alternatives`}>{titleOf(one.study, one.question)}</a>{' '}
            <small>{date.format(one.changed)}</small>{' '}
            <button
              type="button"
              class="plain"
              aria-label={t('start.forget', { name: titleOf(one.study, one.question) })}
              onClick={() => {
                removeDraft(one.id);
                setDrafts(storedDrafts());
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
