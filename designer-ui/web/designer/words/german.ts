// What the editor's library says, in German: in its panel, its menus, its explanations and the fields of our element templates.
import hints from './hints.de.json';
import menus from './menus.de.json';
import panel from './panel.de.json';
import templates from './templates.de.json';
import types from './types.de.json';

export const german: Record<string, string> = { ...templates, ...types, ...panel, ...menus, ...hints };
