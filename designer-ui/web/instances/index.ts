import './time';
import './process-view';
