import './bpmn-editor';
