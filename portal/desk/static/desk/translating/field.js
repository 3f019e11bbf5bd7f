// The field of a text: a plain one, or Wagtail's editor for rich text, which keeps what is written in a hidden input.

export class Field {
  constructor(element) {
    this.element = element;
    this.isRich = element.matches("[data-draftail-input]");
  }

  get value() {
    return this.element.value;
  }

  /** What is written, without what an editor only notes for itself: the same text gives the same. */
  get content() {
    if (!this.isRich) return this.value;
    const raw = JSON.parse(this.value || "null");
    const blocks = (raw?.blocks ?? []).map((block) => [block.type, block.depth, block.text, block.inlineStyleRanges, block.entityRanges]);
    return JSON.stringify(blocks.some(([, , text]) => text) ? [blocks, raw.entityMap] : []);
  }

  set value(value) {
    this.element.value = value;
    const editor = this.element.draftailEditor;
    // The editor may not be there yet: it takes what the input holds when it starts.
    if (this.isRich && editor) editor.onChange(window.Draftail.createEditorStateFromRaw(JSON.parse(value || "null")));
  }

  /** Puts words where the cursor is, in the place of what is selected. */
  insert(text) {
    if (this.isRich) {
      this.#insertIntoEditor(text);
      return;
    }
    const { selectionStart: start, selectionEnd: end } = this.element;
    this.element.setRangeText(text, start, end, "end");
    this.element.focus();
  }

  #insertIntoEditor(text) {
    const editor = this.element.draftailEditor;
    if (!editor) return;
    const { EditorState, Modifier } = window.DraftJS;
    const state = editor.getEditorState();
    const content = Modifier.replaceText(state.getCurrentContent(), state.getSelection(), text, state.getCurrentInlineStyle());
    editor.onChange(EditorState.push(state, content, "insert-characters"));
    editor.focus();
  }
}
