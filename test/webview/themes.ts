/** The variables of VS Code's four default themes that the view uses, as VS Code sets them on the page of a web view. */
export interface Theme { readonly name: string; readonly bodyClass: string; readonly colors: Readonly<Record<string, string>> }

const theme = (name: string, bodyClass: string, colors: Readonly<Record<string, string>>): Theme => ({ name, bodyClass, colors });

export const THEMES: readonly Theme[] = [
  theme('dark', 'vscode-dark', {
    foreground: '#cccccc', descriptionForeground: '#9d9d9d', 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'textLink-foreground': '#4daafc', focusBorder: '#0078d4',
    'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#59a4f9',
    'charts-red': '#f14c4c', 'charts-purple': '#b180d7', 'charts-blue': '#59a4f9', 'charts-yellow': '#cca700', 'charts-green': '#89d185', 'charts-orange': '#d18616',
    'input-background': '#313131', 'input-foreground': '#cccccc', 'input-border': '#3c3c3c', 'dropdown-background': '#313131', 'dropdown-foreground': '#cccccc', 'dropdown-border': '#3c3c3c',
    'badge-background': '#616161', 'badge-foreground': '#f8f8f8', 'editorWidget-background': '#202020', 'widget-border': '#313131', 'widget-shadow': 'rgba(0, 0, 0, 0.36)',
  }),
  theme('light', 'vscode-light', {
    foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'textLink-foreground': '#005fb8', focusBorder: '#005fb8',
    'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#1a85ff',
    'charts-red': '#e51400', 'charts-purple': '#652d90', 'charts-blue': '#1a85ff', 'charts-yellow': '#bf8803', 'charts-green': '#388a34', 'charts-orange': '#d18616',
    'input-background': '#ffffff', 'input-foreground': '#3b3b3b', 'input-border': '#cecece', 'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'dropdown-border': '#cecece',
    'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b', 'editorWidget-background': '#f8f8f8', 'widget-border': '#e5e5e5', 'widget-shadow': 'rgba(0, 0, 0, 0.16)',
  }),
  theme('high-contrast', 'vscode-high-contrast', {
    foreground: '#ffffff', descriptionForeground: 'rgba(255, 255, 255, 0.7)', 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'textLink-foreground': '#21a6ff', focusBorder: '#f38518',
    'editorError-foreground': '#f48771', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#3794ff',
    'charts-red': '#f48771', 'charts-purple': '#b180d7', 'charts-blue': '#3794ff', 'charts-yellow': '#ffd370', 'charts-green': '#89d185', 'charts-orange': '#d18616',
    'input-background': '#000000', 'input-foreground': '#ffffff', 'input-border': '#6fc3df', 'dropdown-background': '#000000', 'dropdown-foreground': '#ffffff', 'dropdown-border': '#6fc3df',
    'badge-background': '#000000', 'badge-foreground': '#ffffff', 'editorWidget-background': '#0c141f', 'widget-border': '#6fc3df', contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518',
  }),
  theme('high-contrast-light', 'vscode-high-contrast vscode-high-contrast-light', {
    foreground: '#292929', descriptionForeground: 'rgba(41, 41, 41, 0.7)', 'editor-background': '#ffffff', 'editor-foreground': '#292929', 'textLink-foreground': '#0f4a85', focusBorder: '#006bbd',
    'editorError-foreground': '#b5200d', 'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff',
    'charts-red': '#b5200d', 'charts-purple': '#652d90', 'charts-blue': '#1a85ff', 'charts-yellow': '#895503', 'charts-green': '#374e06', 'charts-orange': '#d18616',
    'input-background': '#ffffff', 'input-foreground': '#292929', 'input-border': '#0f4a85', 'dropdown-background': '#ffffff', 'dropdown-foreground': '#292929', 'dropdown-border': '#0f4a85',
    'badge-background': '#0f4a85', 'badge-foreground': '#ffffff', 'editorWidget-background': '#ffffff', 'widget-border': '#0f4a85', contrastBorder: '#0f4a85', contrastActiveBorder: '#006bbd',
  }),
];

export const sheetOf = ({ colors }: Theme): string =>
  `:root { ${Object.entries(colors).map(([name, value]) => `--vscode-${name}: ${value};`).join(' ')} --vscode-font-family: system-ui, sans-serif; --vscode-font-size: 13px; }`;
