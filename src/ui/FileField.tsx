interface FileFieldProps {
  readonly label: string;
  /** Which files are offered, as HTML has it. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  readonly onChoose: (file: File) => void;
}

/** Chooses a file; the same one can be chosen once more, changed. */
export function FileField({ label, accept, disabled, className, onChoose }: FileFieldProps) {
  return (
    <label className={className}>
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onChoose(file);
          target.value = '';
        }}
      />
    </label>
  );
}
